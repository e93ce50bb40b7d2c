package org.zhiqiao.platform.change;

import org.zhiqiao.platform.testing.Engine;

class ChangeRelayOnH2Test extends ChangeRelayContract {

	ChangeRelayOnH2Test() {
		super(Engine.H2);
	}

}
