import "./activation.suite";
