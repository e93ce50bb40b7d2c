package org.zhiqiao.platform.cooperation;

import org.zhiqiao.platform.testing.Engine;
import org.zhiqiao.platform.testing.OnDatabase;

@OnDatabase(Engine.H2)
class FollowUpOnH2ModuleTest extends FollowUpContract {}
