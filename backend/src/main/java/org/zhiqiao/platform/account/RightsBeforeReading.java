package org.zhiqiao.platform.account;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.aopalliance.intercept.MethodInvocation;
import org.springframework.aop.support.AopUtils;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.authorization.method.PreAuthorizeAuthorizationManager;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.util.SimpleMethodInvocation;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Asks a handler's {@code @PreAuthorize} before the body is read: who may not do it learns
 * nothing about what is wrong in the request, and no upload is taken in. A handler of ours
 * without {@code @PreAuthorize} is closed to everybody.
 */
@Component
class RightsBeforeReading implements HandlerInterceptor {

	private static final String OURS = "org.zhiqiao.";

	private final PreAuthorizeAuthorizationManager rights = new PreAuthorizeAuthorizationManager();

	RightsBeforeReading() {}

	@Override
	public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
		// An answer that goes on beside the request comes by here a second time, when it ends.
		if (request.getDispatcherType() != DispatcherType.ASYNC && handler instanceof HandlerMethod method) {
			Class<?> type = AopUtils.getTargetClass(method.getBean());
			if (type.getName().startsWith(OURS)) {
				check(method, type);
			}
		}
		return true;
	}

	private void check(HandlerMethod handler, Class<?> type) {
		MethodInvocation call = new SimpleMethodInvocation(handler.getBean(),
				AopUtils.getMostSpecificMethod(handler.getMethod(), type),
				new Object[handler.getMethod().getParameterCount()]);
		AuthorizationResult result = this.rights
				.authorize(() -> SecurityContextHolder.getContext().getAuthentication(), call);
		if (result == null || !result.isGranted()) {
			throw new AccessDeniedException(handler.getShortLogMessage());
		}
	}

}
