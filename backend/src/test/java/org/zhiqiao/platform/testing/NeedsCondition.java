package org.zhiqiao.platform.testing;

import java.util.Optional;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

class NeedsCondition implements ExecutionCondition {

	@Override
	public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
		return facility(context.getRequiredTestClass()).map(facility -> evaluate(facility, context))
				.orElseGet(() -> ConditionEvaluationResult.enabled("Needs nothing special"));
	}

	private static Optional<Facility> facility(Class<?> test) {
		return AnnotationSupport.findAnnotation(test, OnDatabase.class)
				.map(OnDatabase::value)
				.flatMap(Engine::facility)
				.or(() -> AnnotationSupport.findAnnotation(test, Needs.class).map(Needs::value));
	}

	private static ConditionEvaluationResult evaluate(Facility facility, ExtensionContext context) {
		if (facility.location().isPresent()) {
			return ConditionEvaluationResult.enabled(facility + " is at hand");
		}
		String lack = "%s needs %s, but %s is not set".formatted(context.getRequiredTestClass().getName(), facility,
				facility.variable());
		if (facility.isRequired()) {
			throw new ExtensionConfigurationException(lack + ", and " + Facility.REQUIRED + " forbids to skip it");
		}
		if (context.getTestMethod().isEmpty()) {
			System.err.println("SKIPPED: " + lack);
		}
		return ConditionEvaluationResult.disabled(lack);
	}

}
