package org.zhiqiao.platform.engagement;

import org.zhiqiao.platform.testing.Engine;
import org.zhiqiao.platform.testing.OnDatabase;

@OnDatabase(Engine.H2)
class EngagementRaceOnH2ModuleTest extends EngagementRaceContract {}
