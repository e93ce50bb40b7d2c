package org.zhiqiao.platform.notification;

import org.zhiqiao.platform.testing.Engine;
import org.zhiqiao.platform.testing.OnDatabase;

@OnDatabase(Engine.H2)
class NoticesOnH2ModuleTest extends NoticesContract {}
