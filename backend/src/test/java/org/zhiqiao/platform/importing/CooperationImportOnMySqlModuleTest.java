package org.zhiqiao.platform.importing;

import org.zhiqiao.platform.testing.Engine;
import org.zhiqiao.platform.testing.OnDatabase;

@OnDatabase(Engine.MYSQL)
class CooperationImportOnMySqlModuleTest extends CooperationImportContract {}
