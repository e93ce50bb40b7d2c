package org.zhiqiao.platform.expert;

import org.zhiqiao.platform.testing.Engine;
import org.zhiqiao.platform.testing.OnDatabase;

@OnDatabase(Engine.H2)
class ExpertTableOnH2ModuleTest extends ExpertTableContract {}
