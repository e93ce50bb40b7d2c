package org.zhiqiao.platform.testing;

import java.util.List;
import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;
import org.springframework.test.context.TestContextAnnotationUtils;

/** Found through {@code META-INF/spring.factories}: no Spring test reaches a database by accident. */
class FreshDatabaseCustomizerFactory implements ContextCustomizerFactory {

	@Override
	public ContextCustomizer createContextCustomizer(Class<?> test, List<ContextConfigurationAttributes> attributes) {
		OnDatabase database = TestContextAnnotationUtils.findMergedAnnotation(test, OnDatabase.class);
		return (database != null)
				? new FreshDatabaseCustomizer(database.value(), test)
				: new FreshDatabaseCustomizer(Engine.H2, null);
	}

}
