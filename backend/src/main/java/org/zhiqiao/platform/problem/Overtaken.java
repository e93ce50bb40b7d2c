package org.zhiqiao.platform.problem;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.resilience.annotation.Retryable;

/**
 * Does the whole transaction again if somebody else's wrote the same unique thing between its look and
 * its own write. The second time the look finds it, and whoever was slower is told the same as if they
 * had come a day later. Only for what begins a transaction: one that somebody else began cannot be done
 * again from within.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Retryable(includes = DuplicateKeyException.class, maxRetries = 2, delay = 0)
public @interface Overtaken {}
