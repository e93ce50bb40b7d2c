package org.zhiqiao.platform.testing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FacilityTest {

	@Test
	void isRequiredByItsNameOrByAll() {
		assertThat(Facility.MYSQL.isRequired("all")).isTrue();
		assertThat(Facility.MYSQL.isRequired("chromium, mysql")).isTrue();
		assertThat(Facility.MYSQL.isRequired("chromium")).isFalse();
		assertThat(Facility.MYSQL.isRequired("")).isFalse();
		assertThat(Facility.MYSQL.isRequired(null)).isFalse();
	}

}
