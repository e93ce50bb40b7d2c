package org.zhiqiao.platform.testing;

@OnDatabase(Engine.H2)
class DatabaseOnH2ModuleTest extends DatabaseContract {}
