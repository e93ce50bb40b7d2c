package org.zhiqiao.platform.panel;

import org.zhiqiao.platform.testing.Engine;
import org.zhiqiao.platform.testing.OnDatabase;

@OnDatabase(Engine.MYSQL)
class PanelWatchOnMySqlModuleTest extends PanelWatchContract {}
