package org.zhiqiao.platform.site;

import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.PathResourceResolver;

/**
 * Files with a hash in their name are kept for a year, the page itself is asked for each
 * time. The front end has its own routes, so an address without a point in its last part
 * is answered with the page.
 */
@Configuration(proxyBeanMethods = false)
class SiteConfiguration implements WebMvcConfigurer {

	private static final String FILES = "classpath:/META-INF/resources/";

	@Override
	public void addResourceHandlers(ResourceHandlerRegistry registry) {
		registry.addResourceHandler("/assets/**")
				.addResourceLocations(FILES + "assets/")
				.setCacheControl(CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable());
		registry.addResourceHandler("/**")
				.addResourceLocations(FILES)
				.setCacheControl(CacheControl.noCache())
				.resourceChain(true)
				.addResolver(new PageResolver());
	}

	static final class PageResolver extends PathResourceResolver {

		@Override
		protected @Nullable Resource getResource(String path, Resource location) throws IOException {
			return super.getResource(isPage(path) ? "index.html" : path, location);
		}

		/** Whether the front end answers the address. */
		static boolean isPage(String path) {
			String last = path.substring(path.lastIndexOf('/') + 1);
			return !last.contains(".") && !isUnder(path, "api") && !isUnder(path, "v3") && !isUnder(path, "actuator")
					&& !isUnder(path, "swagger-ui");
		}

		private static boolean isUnder(String path, String folder) {
			return path.equals(folder) || path.startsWith(folder + "/");
		}

	}

}
