package org.zhiqiao.platform.picture;

import org.zhiqiao.platform.testing.Engine;
import org.zhiqiao.platform.testing.OnDatabase;

@OnDatabase(Engine.MYSQL)
class FiguresOnMySqlModuleTest extends FiguresContract {}
