package org.zhiqiao.platform.openapi;

import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.StringUtils;
import org.springframework.web.method.HandlerMethod;
import org.zhiqiao.platform.problem.Problem;
import tools.jackson.databind.JsonNode;

/** The description, OpenAPI 3.1, at {@code /v3/api-docs}. */
@Configuration(proxyBeanMethods = false)
class OpenApiConfiguration {

	static {
		// A tree may be anything; how the library keeps it is nobody's concern.
		SpringDocUtils.getConfig().replaceWithClass(JsonNode.class, Object.class);
	}

	@Bean
	OpenAPI description() {
		return new OpenAPI().info(new Info().title("Zhiqiao 智桥")
				.version("1")
				.description("""
						Lists are pages: items, total, page (from 1) and size. Times are ISO 8601 in UTC. \
						Texts follow Accept-Language (zh-CN, en). What goes wrong is answered as \
						application/problem+json (RFC 9457). Changes need the version read before in If-Match."""))
				// The same wherever it runs, so that the committed copy can be compared.
				.servers(List.of(new Server().url("/")))
				.addSecurityItem(new SecurityRequirement().addList("session"))
				.addSecurityItem(new SecurityRequirement().addList("token"))
				.components(new Components()
						.addSecuritySchemes("session",
								new SecurityScheme().type(SecurityScheme.Type.APIKEY)
										.in(SecurityScheme.In.COOKIE)
										.name("zhiqiao-session")
										.description("""
												After POST /api/session. Changes also need the cookie XSRF-TOKEN's \
												value in the header X-XSRF-TOKEN."""))
						.addSecuritySchemes("token",
								new SecurityScheme().type(SecurityScheme.Type.HTTP)
										.scheme("bearer")
										.description("A personal access token, zq_…, within its scopes.")));
	}

	@Bean
	Nullness nullness() {
		return new Nullness();
	}

	/** Names that stay when another controller gets a method of the same name; grouped by module. */
	@Bean
	OperationCustomizer operationNames() {
		return (Operation operation, HandlerMethod handler) -> {
			String controller = handler.getBeanType().getSimpleName().replaceFirst("Controller$", "");
			String module = handler.getBeanType().getPackageName();
			return operation
					.operationId(StringUtils.uncapitalize(controller)
							+ StringUtils.capitalize(handler.getMethod().getName()))
					.tags(List.of(module.substring(module.lastIndexOf('.') + 1)));
		};
	}

	/** Every operation may answer with a problem. */
	@Bean
	OpenApiCustomizer problems() {
		return description -> {
			ModelConverters.getInstance(true)
					.resolveAsResolvedSchema(new AnnotatedType(Problem.class).resolveAsRef(false)).referencedSchemas
					.forEach(description.getComponents()::addSchemas);
			description.getPaths().values().forEach(path -> path.readOperationsMap().forEach(this::addProblem));
		};
	}

	private void addProblem(PathItem.HttpMethod method, Operation operation) {
		operation.getResponses()
				.addApiResponse("default", new ApiResponse().description("A problem")
						.content(new Content().addMediaType("application/problem+json",
								new MediaType().schema(new Schema<>().$ref("#/components/schemas/Problem")))));
	}

}
