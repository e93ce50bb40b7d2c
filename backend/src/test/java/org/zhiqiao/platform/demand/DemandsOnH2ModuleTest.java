package org.zhiqiao.platform.demand;

import org.zhiqiao.platform.testing.Engine;
import org.zhiqiao.platform.testing.OnDatabase;

@OnDatabase(Engine.H2)
class DemandsOnH2ModuleTest extends DemandsContract {}
