package org.zhiqiao.platform.directory;

import org.zhiqiao.platform.testing.Engine;
import org.zhiqiao.platform.testing.OnDatabase;

@OnDatabase(Engine.H2)
class FoundStoriesOnH2ModuleTest extends FoundStoriesContract {}
