package org.zhiqiao.platform.openapi;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JavaType;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
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
			String name = nameOf(component);
			Schema property = properties.get(name);
			if (property == null || component.getAccessor().isAnnotationPresent(JsonInclude.class)) {
				// A member that is left out where it says nothing is neither required nor null.
				continue;
			}
			if (component.getAccessor().isAnnotationPresent(JsonAnyGetter.class)) {
				// Its entries stand beside the other members.
				properties.remove(name);
				model.setAdditionalProperties(true);
			} else if (!component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
				if (!leftOutWhenEmpty(type, component)) {
					required.add(name);
				}
			} else if (property.get$ref() != null) {
				properties.put(name, new Schema<>()
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

	/** A component may bear another name outside, such as one that Java keeps for itself. */
	private static String nameOf(RecordComponent component) {
		JsonProperty named = component.getAccessor().getAnnotation(JsonProperty.class);
		return (named == null || named.value().isEmpty()) ? component.getName() : named.value();
	}

	/** A record that leaves out what is empty leaves out its empty lists and maps. */
	private static boolean leftOutWhenEmpty(Class<?> type, RecordComponent component) {
		JsonInclude include = type.getAnnotation(JsonInclude.class);
		return include != null && include.value() == JsonInclude.Include.NON_EMPTY
				&& (Collection.class.isAssignableFrom(component.getType())
						|| Map.class.isAssignableFrom(component.getType()));
	}

}
