package org.zhiqiao.platform.search;

import java.nio.file.Path;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.zhiqiao.platform.PlatformSettings;
import org.zhiqiao.platform.taxonomy.Concepts;
import org.zhiqiao.search.ExpertiseIndex;
import org.zhiqiao.search.lucene.LuceneExpertiseIndex;

@Configuration(proxyBeanMethods = false)
class SearchConfiguration {

	/** Opened only after this process is known to be the only one. */
	@Bean(destroyMethod = "close")
	ExpertiseIndex expertiseIndex(OnlyNode node, SearchSettings settings, PlatformSettings platform,
			Concepts concepts) {
		Path own = settings.folder();
		return LuceneExpertiseIndex.open(own != null ? own : platform.dataDir().resolve("index"), concepts.current());
	}

}
