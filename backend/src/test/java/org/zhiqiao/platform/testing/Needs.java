package org.zhiqiao.platform.testing;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The test runs only where the facility is. Elsewhere it is skipped with a line on the
 * console, or fails when {@code ZHIQIAO_TEST_REQUIRE} names the facility or {@code all}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@ExtendWith(NeedsCondition.class)
public @interface Needs {

	Facility value();

}
