package org.zhiqiao.platform.account;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.zhiqiao.platform.testing.MovableClock;

@TestConfiguration(proxyBeanMethods = false)
class ClockForTests {

	@Bean
	@Primary
	MovableClock movableClock() {
		return new MovableClock();
	}

}
