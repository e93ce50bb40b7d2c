package org.zhiqiao.platform.research;

import org.zhiqiao.platform.testing.Engine;
import org.zhiqiao.platform.testing.OnDatabase;

@OnDatabase(Engine.H2)
class ResearchOnH2ModuleTest extends ResearchContract {}
