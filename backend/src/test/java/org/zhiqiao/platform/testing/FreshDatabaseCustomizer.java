package org.zhiqiao.platform.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.support.DefaultSingletonBeanRegistry;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.MergedContextConfiguration;
import org.springframework.util.FileSystemUtils;

/**
 * Puts a fresh database and a fresh data folder under the context of a Spring test.
 *
 * @param owner the test class for which the database is, or null when it is shared: equal
 * customizers share a context
 */
record FreshDatabaseCustomizer(Engine engine, @Nullable Class<?> owner) implements ContextCustomizer {

	@Override
	public void customizeContext(ConfigurableApplicationContext context, MergedContextConfiguration configuration) {
		FreshDatabase database = FreshDatabase.on(this.engine);
		Path folder = temporaryFolder();
		context.getEnvironment()
				.getPropertySources()
				.addFirst(new MapPropertySource("freshDatabase",
						Map.of("spring.datasource.url", database.url(), "spring.datasource.username",
								database.username(), "spring.datasource.password", database.password(),
								// A test of one slice takes this database too.
								"spring.test.database.replace", "NONE", "zhiqiao.data-dir", folder.toString())));
		// Registered before every other bean, so destroyed after them.
		if (context.getBeanFactory() instanceof DefaultSingletonBeanRegistry beans) {
			beans.registerDisposableBean("freshDatabase", (DisposableBean) () -> {
				database.close();
				FileSystemUtils.deleteRecursively(folder);
			});
		}
	}

	private static Path temporaryFolder() {
		try {
			return Files.createTempDirectory("zhiqiao-test-");
		} catch (IOException failure) {
			throw new UncheckedIOException(failure);
		}
	}

}
