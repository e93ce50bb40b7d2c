package org.zhiqiao.platform.weighting;

import org.zhiqiao.platform.testing.Engine;
import org.zhiqiao.platform.testing.OnDatabase;

@OnDatabase(Engine.H2)
class WeightingOnH2ModuleTest extends WeightingContract {}
