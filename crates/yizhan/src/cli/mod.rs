//! The commands. Each file here is one or two of them.
mod stop;
mod out;
mod common;
mod verified;
mod serve;
mod demo;
mod import;
mod backup;
mod check;
mod doctor;
mod person;
mod draw;
mod season;
mod wellbeing;
mod bench;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand};

pub use stop::{Code, Done, Stop};

const AFTER: &str = "\
Exit codes: 0 done · 1 the program said no, or an invariant is broken · 2 the command line or a setting is wrong · \
3 the database does not answer · 4 a file is not what it should be

Settings come from yizhan.toml (or --config FILE), then the environment (YIZHAN_LISTEN …, DATABASE_URL), then flags; a \
later one wins. `yizhan doctor` shows where each came from.
先试一试：yizhan demo    检查设置：yizhan doctor    第一位站长：yizhan person add …";

/// Yizhan 共享驿站: a township's shared station, in one program.
#[derive(Debug, Parser)]
#[command(name = "yizhan", version, about, after_help = AFTER, arg_required_else_help = true)]
struct Cli {
    #[command(flatten)]
    common: Common,
    #[command(subcommand)]
    command: Command,
}

/// Flags that every command understands.
#[derive(Debug, Clone, clap::Args)]
pub struct Common {
    /// The settings file [default: yizhan.toml, if there is one]
    #[arg(long, global = true, value_name = "FILE", env = "YIZHAN_CONFIG")]
    config: Option<PathBuf>,
    /// A SQLite file, or postgres://user@host/name
    #[arg(long, global = true, value_name = "DATABASE")]
    database: Option<String>,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Run the station 运行
    ///
    /// Example: yizhan serve --listen 0.0.0.0:8600 --public-url https://yizhan.example.cn
    Serve(serve::Serve),
    /// Look at the demo township with invented people; nothing is kept 演示
    ///
    /// Example: yizhan demo --at 2026-06-27T10:00
    Demo(demo::Demo),
    /// Read in a township's folder, an export, divisions, holidays or titles of a reading room; all or nothing 导入
    ///
    /// Example: yizhan import fixtures/sanhe, or: yizhan import --station sanhe titles.csv
    Import(import::Import),
    /// Write everything as lines of JSON that both engines read: the way to PostgreSQL 导出
    ///
    /// Example: yizhan export all.jsonl && yizhan --database postgres://yizhan@db/yizhan import all.jsonl
    Export(import::Export),
    /// Copy the database while the station runs 备份
    ///
    /// Example: yizhan backup /backup/yizhan-2026-06-27.db
    Backup(backup::Backup),
    /// Bring a backup back into an empty database, and check it 恢复
    ///
    /// Example: yizhan --database data/restored.db restore /backup/yizhan-2026-06-27.db
    Restore(backup::Restore),
    /// Verify every invariant of the database and name each broken row 核对
    ///
    /// Example: yizhan check
    Check,
    /// Show the settings and where they came from, and look for what is missing 诊断
    ///
    /// Example: yizhan doctor
    Doctor,
    /// Add people who work at a station, and set their passwords 人员
    ///
    /// Example: yizhan person add qihaiyan --name 祁海燕 --station sanhe --role manager
    #[command(subcommand)]
    Person(person::Person),
    /// Draw a draw again, from the file that its page offers 抽签
    ///
    /// Example: yizhan draw verify draw-sanhe-0197b2a4-7c00-7000-8000-000000000001.json
    #[command(subcommand)]
    Draw(draw::Draw),
    /// Do the allocation of a season round again, from the file that its page offers 场地季
    ///
    /// Example: yizhan season verify season-sanhe-0197b2a4-7c00-7000-8000-000000000001.json
    #[command(subcommand)]
    Season(season::Season),
    /// Compute a published month again, from the file that its page offers 四常
    ///
    /// Example: yizhan wellbeing verify month-sanhe-2026-06.json --before month-sanhe-2026-05.json
    #[command(subcommand)]
    Wellbeing(wellbeing::Wellbeing),
    /// Measure how good the forecasts of waiting time are 测量
    ///
    /// Example: yizhan bench waiting --seeds 8 --days 30
    #[command(subcommand)]
    Bench(bench::Bench),
}

/// Reads the command line and does what it says.
pub fn main() -> ExitCode {
    let cli = Cli::parse();
    match run(cli) {
        Ok(()) => ExitCode::SUCCESS,
        Err(stop) => {
            out::note(format!("yizhan: {}", stop.why));
            ExitCode::from(stop.code as u8)
        }
    }
}

fn run(cli: Cli) -> Done {
    match cli.command {
        Command::Serve(serve) => serve.run(&cli.common),
        Command::Demo(demo) => demo.run(&cli.common),
        Command::Import(import) => import.run(&cli.common),
        Command::Export(export) => export.run(&cli.common),
        Command::Backup(backup) => backup.run(&cli.common),
        Command::Restore(restore) => restore.run(&cli.common),
        Command::Check => check::run(&cli.common),
        Command::Doctor => doctor::run(&cli.common),
        Command::Person(person) => person.run(&cli.common),
        Command::Draw(draw) => draw.run(),
        Command::Season(season) => season.run(),
        Command::Wellbeing(wellbeing) => wellbeing.run(),
        Command::Bench(bench) => bench.run(),
    }
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::*;

    #[test]
    fn the_command_line_is_consistent_and_each_command_teaches_an_example() {
        let mut cli = Cli::command();
        cli.build();
        cli.clone().debug_assert();
        for command in cli.get_subcommands().filter(|c| c.get_name() != "help") {
            let about = command.get_long_about().map(ToString::to_string).unwrap_or_default();
            assert!(about.contains("Example: yizhan "), "{} has no example", command.get_name());
        }
    }
}
