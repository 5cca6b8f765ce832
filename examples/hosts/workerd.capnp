using Workerd = import "/workerd/workerd.capnp";

const config :Workerd.Config = (services = [(name = "main", worker = .answers)]);
const answers :Workerd.Worker = (
  modules = [(name = "workerd.js", esModule = embed "built/workerd.bundle.js")],
  compatibilityDate = "2025-01-01",
);
