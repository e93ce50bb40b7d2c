package org.zhiqiao.platform.picture;

import org.zhiqiao.platform.testing.Engine;
import org.zhiqiao.platform.testing.OnDatabase;

@OnDatabase(Engine.H2)
class FiguresOnH2ModuleTest extends FiguresContract {}
