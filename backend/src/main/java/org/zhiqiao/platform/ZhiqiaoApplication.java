package org.zhiqiao.platform;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The platform as one process. */
@SpringBootApplication
public class ZhiqiaoApplication {

	public static void main(String[] arguments) {
		SpringApplication.run(ZhiqiaoApplication.class, arguments);
	}

}
