package org.zhiqiao.platform.search;

import java.nio.file.Path;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.zhiqiao.platform.PlatformSettings;
import org.zhiqiao.platform.taxonomy.Concepts;
import org.zhiqiao.search.ExpertiseIndex;
import org.zhiqiao.search.Knowledge;
import org.zhiqiao.search.embedding.BundledModel;
import org.zhiqiao.search.embedding.Embedding;
import org.zhiqiao.search.embedding.ModelFailure;
import org.zhiqiao.search.embedding.ModelFile;
import org.zhiqiao.search.lucene.LuceneExpertiseIndex;

@Configuration(proxyBeanMethods = false)
class SearchConfiguration {

	private static final Logger log = LoggerFactory.getLogger(SearchConfiguration.class);

	/** Opened only after this process is known to be the only one. */
	@Bean(destroyMethod = "close")
	ExpertiseIndex expertiseIndex(OnlyNode node, SearchSettings settings, PlatformSettings platform,
			Concepts concepts) {
		Path own = settings.folder();
		return LuceneExpertiseIndex.open(own != null ? own : platform.dataDir().resolve("index"),
				knowledge(settings, concepts));
	}

	/** A model that was named but does not work is told, here and to administrators; words go on answering. */
	private static Knowledge knowledge(SearchSettings settings, Concepts concepts) {
		if (!settings.vectors()) {
			return Knowledge.ofWords(concepts.current());
		}
		Path folder = settings.model();
		try {
			return Knowledge.withVectors(concepts.current(),
					new Embedding((folder != null) ? new ModelFile(folder) : new BundledModel()));
		} catch (ModelFailure trouble) {
			log.error("Vectors are switched off and matching goes by words alone: {}", trouble.getMessage(), trouble);
			return Knowledge.withoutModel(concepts.current(),
					Objects.requireNonNullElse(trouble.getMessage(), trouble.toString()));
		}
	}

}
