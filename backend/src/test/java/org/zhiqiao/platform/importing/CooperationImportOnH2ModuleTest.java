package org.zhiqiao.platform.importing;

import org.zhiqiao.platform.testing.Engine;
import org.zhiqiao.platform.testing.OnDatabase;

@OnDatabase(Engine.H2)
class CooperationImportOnH2ModuleTest extends CooperationImportContract {}
