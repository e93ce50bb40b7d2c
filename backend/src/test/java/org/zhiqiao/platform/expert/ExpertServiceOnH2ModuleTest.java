package org.zhiqiao.platform.expert;

import org.zhiqiao.platform.testing.Engine;
import org.zhiqiao.platform.testing.OnDatabase;

@OnDatabase(Engine.H2)
class ExpertServiceOnH2ModuleTest extends ExpertServiceContract {}
