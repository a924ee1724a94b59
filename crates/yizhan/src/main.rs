//! The program `yizhan`.
fn main() -> std::process::ExitCode {
    yizhan::cli::main()
}
