package org.zhiqiao.platform.testing;

@OnDatabase(Engine.MYSQL)
class DatabaseOnMySqlModuleTest extends DatabaseContract {}
