package org.zhiqiao.platform.openapi;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
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
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** What the code marks as nullable may be null in the description, and all else is required. */
class Nullness implements ModelConverter {

	private final Map<String, Class<?>> named = new ConcurrentHashMap<>();

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
			if (reference != null) {
				claim(reference, java.getRawClass());
			}
			if (model != null && model.getProperties() != null) {
				mark(java.getRawClass(), model);
			}
		}
		return found;
	}

	/** Two records of the same simple name would become one, and one of them be described wrongly. */
	private void claim(String reference, Class<?> type) {
		Class<?> other = this.named.putIfAbsent(reference, type);
		if (other != null && !other.equals(type)) {
			throw new IllegalStateException("Both are described as " + reference + ": " + other + " and " + type);
		}
	}

	@SuppressWarnings({"rawtypes", "unchecked"})
	private static void mark(Class<?> type, Schema model) {
		Map<String, Schema> properties = model.getProperties();
		Set<String> required = new LinkedHashSet<>(model.getRequired() == null ? List.of() : model.getRequired());
		for (RecordComponent component : type.getRecordComponents()) {
			Schema property = properties.get(component.getName());
			if (property == null || component.getAccessor().isAnnotationPresent(JsonInclude.class)) {
				// A member that is left out where it says nothing is neither required nor null.
				continue;
			}
			if (component.getAccessor().isAnnotationPresent(JsonAnyGetter.class)) {
				// Its entries stand beside the other members.
				properties.remove(component.getName());
				model.setAdditionalProperties(true);
			} else if (!component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
				// What says when it is included may be left out.
				if (!component.getAccessor().isAnnotationPresent(JsonInclude.class)) {
					required.add(component.getName());
				}
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
