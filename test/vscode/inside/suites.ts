import "./activation.suite";
import "./canvas.suite";
import "./language.suite";
import "./navigation.suite";
import "./workspace.suite";
import "./write.suite";
