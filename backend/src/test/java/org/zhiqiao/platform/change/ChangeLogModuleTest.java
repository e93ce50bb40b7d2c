package org.zhiqiao.platform.change;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.transaction.IllegalTransactionStateException;

@SpringBootTest
class ChangeLogModuleTest {

	@Autowired
	private ChangeLog log;

	@Test
	void takesNothingOutsideOfATransaction() {
		assertThatThrownBy(() -> this.log.changed(SubjectKind.EXPERT, 1))
				.isInstanceOf(IllegalTransactionStateException.class);
	}

}
