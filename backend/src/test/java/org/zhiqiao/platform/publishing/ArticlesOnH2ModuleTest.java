package org.zhiqiao.platform.publishing;

import org.zhiqiao.platform.testing.Engine;
import org.zhiqiao.platform.testing.OnDatabase;

@OnDatabase(Engine.H2)
class ArticlesOnH2ModuleTest extends ArticlesContract {}
