package org.zhiqiao.platform.account;

import org.zhiqiao.platform.testing.Engine;
import org.zhiqiao.platform.testing.OnDatabase;

@OnDatabase(Engine.H2)
class AttemptsOnH2ModuleTest extends AttemptsContract {}
