import "./activation.suite";
import "./canvas.suite";
import "./language.suite";
