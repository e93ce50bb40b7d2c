package org.zhiqiao.platform.matching;

import org.zhiqiao.platform.testing.Engine;
import org.zhiqiao.platform.testing.OnDatabase;

@OnDatabase(Engine.H2)
class MatchingOnH2ModuleTest extends MatchingContract {}
