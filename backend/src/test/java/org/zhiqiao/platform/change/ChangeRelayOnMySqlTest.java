package org.zhiqiao.platform.change;

import org.zhiqiao.platform.testing.Engine;
import org.zhiqiao.platform.testing.Facility;
import org.zhiqiao.platform.testing.Needs;

@Needs(Facility.MYSQL)
class ChangeRelayOnMySqlTest extends ChangeRelayContract {

	ChangeRelayOnMySqlTest() {
		super(Engine.MYSQL);
	}

}
