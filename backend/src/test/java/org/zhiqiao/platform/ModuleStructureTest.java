package org.zhiqiao.platform;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModuleStructureTest {

	@Test
	void everyModuleUsesOnlyWhatItsPackageAllows() {
		ApplicationModules.of(ZhiqiaoApplication.class).verify();
	}

}
