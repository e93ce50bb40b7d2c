package org.zhiqiao.platform;

import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.zhiqiao.platform.cli.Commands;

/** The platform as one process. */
// Without the exclusion a user with a generated password would exist whenever no other is configured.
@SpringBootApplication(exclude = UserDetailsServiceAutoConfiguration.class)
@ConfigurationPropertiesScan
public class ZhiqiaoApplication {

	public static void main(String[] arguments) {
		Commands.run(List.of(arguments), System.out, System.err)
				.ifPresentOrElse(System::exit, () -> SpringApplication.run(ZhiqiaoApplication.class, arguments));
	}

}
