package org.zhiqiao.platform.matching;

import org.zhiqiao.platform.testing.Engine;
import org.zhiqiao.platform.testing.OnDatabase;

@OnDatabase(Engine.MYSQL)
class MatchingOnMySqlModuleTest extends MatchingContract {}
