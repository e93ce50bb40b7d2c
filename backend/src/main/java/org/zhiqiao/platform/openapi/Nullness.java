package org.zhiqiao.platform.openapi;

import com.fasterxml.jackson.databind.JavaType;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the code marks as nullable may be null in the description, and all else is required. */
class Nullness implements ModelConverter {

	@Override
	public @Nullable Schema<?> resolve(AnnotatedType type, ModelConverterContext context,
			Iterator<ModelConverter> chain) {
		if (!chain.hasNext()) {
			return null;
		}
		Schema<?> found = chain.next().resolve(type, context, chain);
		JavaType java = Json31.mapper().constructType(type.getType());
		if (found != null && java != null && java.getRawClass().isRecord()) {
			String reference = found.get$ref();
			Schema<?> model = reference == null
					? found
					: context.getDefinedModels().get(reference.substring(reference.lastIndexOf('/') + 1));
			if (model != null && model.getProperties() != null) {
				mark(java.getRawClass(), model);
			}
		}
		return found;
	}

	@SuppressWarnings({"rawtypes", "unchecked"})
	private static void mark(Class<?> type, Schema model) {
		Map<String, Schema> properties = model.getProperties();
		Set<String> required = new LinkedHashSet<>(model.getRequired() == null ? List.of() : model.getRequired());
		for (RecordComponent component : type.getRecordComponents()) {
			Schema property = properties.get(component.getName());
			if (property == null) {
				continue;
			}
			if (!component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
				required.add(component.getName());
			} else if (property.get$ref() != null) {
				properties.put(component.getName(), new Schema<>()
						.anyOf(new ArrayList<>(List.of(property, new Schema<>().types(Set.of("null"))))));
			} else if (property.getTypes() != null) {
				var types = new LinkedHashSet<String>(property.getTypes());
				types.add("null");
				property.setTypes(types);
			}
		}
		if (!required.isEmpty()) {
			model.setRequired(new ArrayList<>(required));
		}
	}

}
