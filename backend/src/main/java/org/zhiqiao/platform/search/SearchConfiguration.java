package org.zhiqiao.platform.search;

import java.nio.file.Path;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.zhiqiao.platform.PlatformSettings;
import org.zhiqiao.platform.taxonomy.Concepts;
import org.zhiqiao.search.ExpertiseIndex;
import org.zhiqiao.search.Knowledge;
import org.zhiqiao.search.embedding.BundledModel;
import org.zhiqiao.search.embedding.Embedding;
import org.zhiqiao.search.embedding.ModelFile;
import org.zhiqiao.search.lucene.LuceneExpertiseIndex;

@Configuration(proxyBeanMethods = false)
class SearchConfiguration {

	/** Opened only after this process is known to be the only one. */
	@Bean(destroyMethod = "close")
	ExpertiseIndex expertiseIndex(OnlyNode node, SearchSettings settings, PlatformSettings platform,
			Concepts concepts) {
		Path own = settings.folder();
		return LuceneExpertiseIndex.open(own != null ? own : platform.dataDir().resolve("index"),
				knowledge(settings, concepts));
	}

	/** A model folder that was named but does not work stops the start, with what is wrong. */
	private static Knowledge knowledge(SearchSettings settings, Concepts concepts) {
		if (!settings.vectors()) {
			return Knowledge.ofWords(concepts.current());
		}
		Path folder = settings.model();
		return Knowledge.withVectors(concepts.current(),
				new Embedding((folder != null) ? new ModelFile(folder) : new BundledModel()));
	}

}
