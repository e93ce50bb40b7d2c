package org.zhiqiao.platform.testing;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Runs a Spring test on a database of its own, made for this class alone. Write the tests
 * once in an abstract {@code XContract} and let one class for each engine extend it.
 * Without this annotation a Spring test shares an H2 in memory with the others of its
 * configuration.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@ExtendWith(NeedsCondition.class)
public @interface OnDatabase {

	Engine value();

}
